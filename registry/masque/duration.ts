import { Refusal } from "../errors";
import { quote } from "./quote";

const DURATION = /^P(?=.)(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?)$/;
const SECONDS = [7 * 86_400, 86_400, 3_600, 60, 1];

/** The seconds in an ISO 8601 duration of whole weeks, days, hours, minutes and seconds (`PT1H30M`), or undefined. */
export function findDuration(text: string): number | undefined {
  const match = text.length <= 40 ? DURATION.exec(text) : null;
  return match?.slice(1).reduce((sum, part, unit) => sum + Number(part ?? 0) * (SECONDS[unit] ?? 0), 0);
}

/** The seconds in an ISO 8601 duration; refuses (`invalid`) anything else, months and years included: their length varies. */
export function parseDuration(text: string): number {
  const seconds = findDuration(text);
  if (seconds !== undefined) return seconds;
  throw new Refusal(
    "invalid",
    `${quote(text)} is not a duration: write it in ISO 8601, such as PT30M for half an hour or PT1H for an hour.`,
  );
}
