import { capabilities } from "./names.ts";
import { seccompSchema } from "./seccomp.ts";

const text = (description: string) => ({ type: "string", description });
const whole = (description: string) => ({ type: "integer", description });
const texts = (description: string) => ({ type: "array", items: { type: "string" }, description });
const capabilityList = (description: string) => ({
  type: "array",
  uniqueItems: true,
  items: { enum: capabilities },
  description: `${description} (capabilities(7)).`,
});
const idMappings = (description: string) => ({
  type: "array",
  description,
  items: {
    type: "object",
    required: ["containerID", "hostID", "size"],
    properties: {
      containerID: whole("First id inside."),
      hostID: whole("First id outside."),
      size: whole("How many ids, one after the other."),
    },
  },
});

const processPart = {
  type: "object",
  required: ["cwd"],
  description: "What runs in the container.",
  properties: {
    terminal: { type: "boolean", description: "Gives it a pseudo-terminal." },
    user: {
      type: "object",
      description: "Ids inside the container.",
      properties: {
        uid: whole("User id."),
        gid: whole("Group id."),
        umask: whole("umask(2)."),
        additionalGids: { type: "array", items: { type: "integer" } },
      },
    },
    args: { ...texts("Program and arguments, as for execve(2)."), minItems: 1 },
    env: texts("Environment, as NAME=value."),
    cwd: { ...text("Working directory inside the container; absolute."), pattern: "^/" },
    capabilities: {
      type: "object",
      description: "The five capability sets that the process gets.",
      properties: {
        bounding: capabilityList("Most that it and its children can ever have"),
        effective: capabilityList("Those that the kernel looks at"),
        permitted: capabilityList("Those that it may make effective"),
        inheritable: capabilityList("Those that survive execve of a file that asks for them"),
        ambient: capabilityList("Those that survive execve by themselves"),
      },
    },
    rlimits: {
      type: "array",
      description: "Limits of the process (setrlimit(2)).",
      items: {
        type: "object",
        required: ["type", "soft", "hard"],
        properties: {
          type: { type: "string", pattern: "^RLIMIT_[A-Z]+$" },
          soft: { type: "integer" },
          hard: { type: "integer" },
        },
      },
    },
    noNewPrivileges: { type: "boolean", description: "Sets no_new_privs: set-uid programs give nothing any more (prctl(2))." },
    apparmorProfile: text("Name of a loaded AppArmor profile."),
    oomScoreAdj: { type: "integer", minimum: -1000, maximum: 1000, description: "/proc/PID/oom_score_adj." },
  },
};

const mountsPart = {
  type: "array",
  description: "Mounted in this order before the program starts.",
  items: {
    type: "object",
    required: ["destination"],
    properties: {
      destination: { ...text("Where, inside the container; absolute."), pattern: "^/" },
      type: { ...text("File system type."), examples: ["proc", "tmpfs", "sysfs", "devpts", "mqueue", "cgroup2", "bind"] },
      source: text("Device or, for a bind mount, a path on the host."),
      options: texts("As for mount(8): nosuid, noexec, nodev, ro, bind, rprivate …"),
    },
  },
};

const linuxPart = {
  type: "object",
  description: "What is particular to Linux.",
  properties: {
    namespaces: {
      type: "array",
      description: "Namespaces that are made, or with a path entered. What is not listed is shared with the host.",
      items: {
        type: "object",
        required: ["type"],
        properties: {
          type: { enum: ["cgroup", "ipc", "mount", "network", "pid", "time", "user", "uts"] },
          path: text("Of a namespace that exists: /proc/PID/ns/net, /run/netns/NAME …"),
        },
      },
    },
    uidMappings: idMappings("Of the user namespace: /proc/PID/uid_map."),
    gidMappings: idMappings("Of the user namespace: /proc/PID/gid_map."),
    devices: { type: "array", description: "Device nodes that are made.", items: { type: "object", required: ["path", "type"] } },
    cgroupsPath: text("Path of the cgroup, below /sys/fs/cgroup."),
    resources: {
      type: "object",
      description: "Limits that go into the cgroup.",
      properties: {
        memory: {
          type: "object",
          properties: {
            limit: whole("memory.max in bytes."),
            reservation: whole("memory.low in bytes."),
            swap: whole("memory and swap together."),
          },
        },
        cpu: {
          type: "object",
          properties: {
            shares: whole("v1 weight, 1024 is one share."),
            quota: whole("Microseconds of CPU time in a period: cpu.max."),
            period: whole("Microseconds: the second number of cpu.max."),
            cpus: text("cpuset.cpus, as 0-3."),
          },
        },
        pids: { type: "object", required: ["limit"], properties: { limit: whole("pids.max.") } },
        unified: {
          type: "object",
          additionalProperties: { type: "string" },
          description: "Files of cgroup v2 and what is written to them.",
        },
      },
    },
    seccomp: seccompSchema,
    maskedPaths: texts("Hidden from the container: /proc/kcore …"),
    readonlyPaths: texts("Made read-only inside: /proc/sys …"),
    rootfsPropagation: { enum: ["shared", "slave", "private", "unbindable", "rshared", "rslave", "rprivate", "runbindable"] },
    sysctl: {
      type: "object",
      additionalProperties: { type: "string" },
      description: "Written below /proc/sys inside its namespaces.",
    },
  },
};

/** What the OCI runtime specification 1.2 says of `config.json` (config.md, config-linux.md), in the parts that the labs use. */
export const ociConfigSchema = {
  title: "OCI runtime configuration",
  type: "object",
  required: ["ociVersion"],
  properties: {
    ociVersion: { ...text("Version of the specification."), examples: ["1.2.0"] },
    root: {
      type: "object",
      required: ["path"],
      description: "The container's root file system.",
      properties: {
        path: text("Directory, absolute or beside config.json."),
        readonly: { type: "boolean", description: "Mounts it read-only." },
      },
    },
    process: processPart,
    hostname: text("Host name; needs a UTS namespace of its own."),
    domainname: text("NIS domain name; needs a UTS namespace of its own."),
    mounts: mountsPart,
    hooks: { type: "object", description: "Programs that the runtime starts at points of the container's life." },
    annotations: { type: "object", additionalProperties: { type: "string" } },
    linux: linuxPart,
  },
} as const;
