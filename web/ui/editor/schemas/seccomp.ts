import { seccompActions, seccompArchitectures, seccompOperators, systemCalls } from "./names.ts";

const action = {
  enum: seccompActions,
  description: "What the kernel does: allow it, answer with an error, kill, log … (seccomp(2), “Filters”).",
};

const errno = { type: "integer", minimum: 0, description: "errno(3) that SCMP_ACT_ERRNO answers with; 1 (EPERM) unless given." };

const syscallName = { anyOf: [{ enum: systemCalls }, { type: "string", minLength: 1 }] };

const syscallRule = {
  type: "object",
  required: ["names", "action"],
  additionalProperties: true,
  description: "System calls by name and what happens to them.",
  properties: {
    names: { type: "array", minItems: 1, items: syscallName, description: "Names of system calls (syscalls(2))." },
    action,
    errnoRet: errno,
    comment: { type: "string" },
    args: {
      type: "array",
      description: "Conditions on arguments; all must hold. A pointer's target cannot be looked at.",
      items: {
        type: "object",
        required: ["index", "value", "op"],
        properties: {
          index: { type: "integer", minimum: 0, maximum: 5, description: "Which argument, from 0." },
          value: { type: "integer", minimum: 0 },
          valueTwo: { type: "integer", minimum: 0, description: "With SCMP_CMP_MASKED_EQ: what the masked argument must equal." },
          op: { enum: seccompOperators },
        },
      },
    },
  },
  defaultSnippets: [
    { label: "rule: answer EPERM", body: { names: ["$1"], action: "SCMP_ACT_ERRNO", errnoRet: 1 } },
    { label: "rule: allow", body: { names: ["$1"], action: "SCMP_ACT_ALLOW" } },
  ],
};

/** The seccomp part of the OCI runtime specification 1.2 (config-linux.md, “Seccomp”); Docker's profiles look the same. */
export const seccompSchema = {
  title: "seccomp profile",
  type: "object",
  required: ["defaultAction"],
  properties: {
    defaultAction: { ...action, description: "What happens to system calls that no rule names." },
    defaultErrnoRet: errno,
    architectures: {
      type: "array",
      items: { enum: seccompArchitectures },
      description: "Calling conventions that the filter is for; calls by any other are killed. This machine's is SCMP_ARCH_X86.",
    },
    flags: {
      type: "array",
      items: { enum: ["SECCOMP_FILTER_FLAG_TSYNC", "SECCOMP_FILTER_FLAG_LOG", "SECCOMP_FILTER_FLAG_SPEC_ALLOW"] },
    },
    syscalls: { type: "array", items: syscallRule, description: "Rules. Of several that fit, the strictest action wins." },
  },
} as const;
