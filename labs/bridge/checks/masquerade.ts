import type { Snapshot } from "../../../web/kernel/snapshot.ts";
import { type Inquiry, probeFound } from "../../../web/lab/inquiry.ts";
import type { CheckContext, InquiryContext } from "../../../web/lab/lab.ts";
import { hasFurtherTables } from "../../../web/lab/routes.ts";
import { type Evidence, fail, pass, unknown, type Verdict } from "../../../web/lab/verdict.ts";
import {
  bridgeIn,
  type Container,
  connectedContainers,
  hostNetwork,
  noBridge,
  noOutside,
  outsideAddress,
  ownAddresses,
  uplinkIn,
} from "../network.ts";
import { parseSurvey, type Rules, type Survey, surveyProgram } from "../rules.ts";
import { hasWayOut, mayHaveWayOut, wayOutInquiries } from "../ways-out.ts";

export function masqueradeInquiries(context: InquiryContext): Inquiry[] {
  const asking = candidates(context);
  const ways = wayOutInquiries(asking);
  if (asking.length < 2) return ways;
  const networks = asking.map(({ label, network }) => ({ label, path: network.readThrough }));
  return [
    ...ways,
    { kind: "probe", key: "survey", argv: surveyProgram(outsideAddress(context.scene), networks), timeoutMs: 15_000 },
  ];
}

/** Two containers ask the outside host whom it sees, and it sees the host. */
export function masquerade(context: CheckContext): Verdict {
  const { now, scene, found } = context;
  if (!bridgeIn(now)) return noBridge();
  if (!uplinkIn(now, scene)) return noOutside();
  const asking = candidates(context).filter((container) => hasWayOut(container, found));
  if (asking.length < 2) {
    return fail(
      `Containers with a way out: ${asking.map(({ label }) => label).join(", ") || "none"}.`,
      "This takes two that are plugged in, have an address and a default route: see the steps before.",
    );
  }
  const finding = probeFound(found, "survey");
  // equivalent: for the look that fails.
  if (!finding) return unknown("What the outside host sees could not be asked just now.");
  const survey = parseSurvey(finding.output);
  const evidence = [...asking.flatMap((container) => answerEvidence(container, survey)), ...ruleEvidence(survey.rules)];
  for (const container of asking) {
    const problem = wrongAnswer(now, container, survey, evidence);
    if (problem) return problem;
  }
  const { legacy, nft } = survey.rules;
  if (legacy.length > 0 && nft.length > 0) {
    return fail(
      "It works, but two sets of rules rewrite addresses: iptables-legacy's and nftables' (iptables-nft's are the latter).",
      "Every packet goes through both, neither tool shows the other's rules, and whoever cleans up finds half of them. Pick one; delete the rule in the other.",
      evidence,
    );
  }
  return pass(...evidence);
}

function wrongAnswer(
  now: Snapshot,
  { label, inside }: Container,
  survey: Survey,
  evidence: readonly Evidence[],
): Verdict | undefined {
  const seen = /^You are (.+)\.$/.exec(survey.answers.get(label) ?? "")?.[1];
  if (seen === undefined) return noAnswer(label, survey.rules, evidence);
  if (ownAddresses(inside).includes(seen)) {
    return fail(
      `The outside host sees ${label} by its private address, ${seen}, and answers: somebody gave it a route to your containers.`,
      "Nobody out there has one, and you can't give it to them: every Docker host uses the same 172.17.0.0/16. Take it away, and let the host put in its own address.",
      evidence,
    );
  }
  if (isHosts(now, seen)) return undefined;
  return fail(
    `The outside host sees ${label} as ${seen}, which is no address of the host's.`,
    "Let the host put in its own, that of the link by which the packet leaves.",
    evidence,
  );
}

function noAnswer(label: string, { nft, legacy }: Rules, evidence: readonly Evidence[]): Verdict {
  const [rule] = [...nft, ...legacy];
  if (!rule) return fail(`The outside host does not answer ${label}: it knows no way to 172.17.0.0/16.`, undefined, evidence);
  return fail(
    `The outside host does not answer ${label}, though the host has the rule \`${rule}\`.`,
    "Does it match packets of this container as they leave through uplink, and put in an address of the host's? And does nothing drop them: is ip_forward still 1, is there a policy `drop`?",
    evidence,
  );
}

/** The two that are asked, those first whose way out is plain: more would only cost time. */
function candidates({ now, scene }: InquiryContext): Container[] {
  const bridge = bridgeIn(now);
  if (!bridge) return [];
  return connectedContainers(now, scene, bridge)
    .filter((container) => mayHaveWayOut(container))
    .toSorted((one, other) => Number(hasFurtherTables(one.network)) - Number(hasFurtherTables(other.network)))
    .slice(0, 2);
}

function isHosts(now: Snapshot, address: string): boolean {
  return hostNetwork(now).links.some(({ addresses }) => addresses.some((each) => each.address === address));
}

function answerEvidence({ label, inside }: Container, { answers }: Survey): Evidence[] {
  return [
    {
      path: `http://outside, asked from ${label} (${ownAddresses(inside).join(", ")})`,
      value: answers.get(label) || "no answer",
    },
  ];
}

function ruleEvidence({ nft, legacy }: Rules): Evidence[] {
  return [
    { path: "nft list ruleset", value: nft.join("; ") || "rewrites no source address" },
    { path: "iptables-legacy-save", value: legacy.join("; ") || "rewrites no source address" },
  ];
}
