import { type IntentAnswer, intentCheck } from "./check";
import { prepareIntent } from "./prepare";

/** The check of a masque's intents. Make it once for each version and keep it. */
export function compileIntent(intent: {
  allowed: string[];
  denied: string[];
}): (stated: string) => IntentAnswer {
  return intentCheck(prepareIntent(intent));
}
