import { publish } from "./fixture";
import type { Stage } from "./stage";

/** A page in a state worth looking at. */
export interface Place {
  /** Names its pictures. */
  readonly name: string;
  readonly address: string;
  readonly who: "elder" | "anonymous";
  /** Its first heading: once that stands there, the page does. */
  readonly heading: string | RegExp;
}

const LONG = "the-understudy-who-knows-every-part-of-every-play-and-waits";

/** Every page of the registry, with the states in which it looks different. */
export const PLACES: readonly Place[] = [
  { name: "catalogue", address: "/", who: "elder", heading: "Masques" },
  { name: "catalogue-anonymous", address: "/", who: "anonymous", heading: "Masques" },
  { name: "catalogue-filtered", address: "/?q=engineer&sort=recent", who: "elder", heading: "Masques" },
  { name: "catalogue-nothing", address: "/?q=zzzz", who: "anonymous", heading: "Masques" },
  { name: "masque", address: "/masques/homelab?version=2.3", who: "elder", heading: "Homelab" },
  {
    name: "masque-source",
    address: "/masques/homelab?view=source&version=2.3",
    who: "elder",
    heading: "Homelab",
  },
  {
    name: "masque-withdrawn",
    address: "/masques/souffleur?version=1.0.0",
    who: "elder",
    heading: "Souffleur",
  },
  { name: "masque-revoked", address: "/masques/souffleur?version=0.9.0", who: "elder", heading: "Souffleur" },
  { name: "masque-long", address: `/masques/${LONG}:${LONG}`, who: "elder", heading: /^An endless title/ },
  {
    name: "diff",
    address: "/masques/homelab/diff?from=2.2.0&to=2.3.0",
    who: "elder",
    heading: "What changed",
  },
  {
    name: "diff-invisible",
    address: "/masques/souffleur/diff?from=1.0.0&to=1.1.0",
    who: "elder",
    heading: "What changed",
  },
  {
    name: "withdraw",
    address: "/masques/homelab/withdraw?version=2.2.0",
    who: "elder",
    heading: "Withdraw 2.2.0",
  },
  { name: "publish", address: "/publish", who: "elder", heading: "Publish a masque" },
  {
    name: "publish-version",
    address: "/publish?name=homelab",
    who: "elder",
    heading: "Publish a new version",
  },
  { name: "you", address: "/you?founded=1", who: "elder", heading: "The Keeper" },
  { name: "sign-in", address: "/sign-in", who: "anonymous", heading: "Sign in" },
  { name: "found-again", address: "/found", who: "anonymous", heading: "Already founded." },
  { name: "api", address: "/docs/api", who: "anonymous", heading: /API/ },
  { name: "not-found", address: "/masques/never-was", who: "anonymous", heading: /^Behind this curtain/ },
];

/** Publishes what some of the places show. */
export async function furnish(stage: Stage): Promise<void> {
  const souffleur = (version: string, lens: string) =>
    `name: Souffleur\nversion: ${version}\nring: guest\nintent:\n  allowed: ["prompt *"]\nlens: ${lens}\n`;
  await publish(stage, "souffleur", souffleur("0.9.0", "Whisper."));
  await publish(stage, "souffleur", souffleur("1.0.0", "Whisper the next line."));
  await publish(stage, "souffleur", souffleur("1.1.0", "Whisper the next\u200b line, \u202enever two."));
  await withdraw(stage, "0.9.0", "revoked");
  await withdraw(stage, "1.0.0", "yanked");
  const endless = "donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
  await publish(
    stage,
    `${LONG}:${LONG}`,
    [
      `name: An endless title ${endless.slice(0, 60)}`,
      "version: 20260101.1000000.1000000",
      "ring: guest",
      `attributes: {tagline: "${`${endless} `.repeat(3).trim()}"}`,
      `skills: [{uri: "skill://stage/${endless}", level: master}]`,
      `intent: {allowed: ["${endless} *", "understudy *"], denied: ["${endless}${endless} *"]}`,
      `context: ${endless}${endless}`,
      `knowledge: ["mcp://${endless.slice(0, 60)}/${endless}"]`,
      `access: {vault_role: ${endless}, ttl: session}`,
      `lens: ${endless}${endless} ${"and so on ".repeat(60)}`,
    ].join("\n"),
  );
}

async function withdraw(stage: Stage, version: string, state: string): Promise<void> {
  await fetch(`${stage.url}/api/v1/masques/souffleur/versions/${version}/withdrawal`, {
    method: "POST",
    headers: { Authorization: `Bearer ${stage.elder.token}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      state,
      reason: "It gave the whole line away.",
      replacement: "masque:souffleur@v1.1",
    }),
  });
}
