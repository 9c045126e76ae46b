// Base, then the forms that no rule gives. `re`, `over`, `un` and `with` before a base inflect like it.
const IRREGULAR =
  "arise arose arisen|be is are was were been|become became|begin began begun|bind bound|break broke broken|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt|dig dug|do does did done|draw drew drawn|drive drove driven|fall fell fallen|feed fed|feel felt|fight fought|find found|fly flew flown|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go goes went gone|grow grew grown|hang hung|have has had|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|lead led|leave left|lend lent|light lit|lose lost|make made|mean meant|meet met|pay paid|prove proven|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|shake shook shaken|shoot shot|show shown|shrink shrank shrunk|sing sang|sink sank sunk|sleep slept|speak spoke spoken|speed sped|spend spent|spin spun|stand stood|steal stole stolen|stick stuck|strike struck|sweep swept|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|tie tying|wake woke woken|wear wore worn|win won|wind wound|write wrote written";

let table: Map<string, string[]> | undefined;

function irregular(verb: string): string[] {
  table ??= new Map(
    IRREGULAR.split("|").map((row) => {
      const [base = "", ...forms] = row.split(" ");
      return [base, forms];
    }),
  );
  const [, prefix = "", base = ""] = /^(re-?|over|un|with)(.+)/.exec(verb) ?? [];
  return table.get(verb) ?? table.get(base)?.map((form) => prefix + form) ?? [];
}

/**
 * The forms in which an English verb is met: deploy, deploys, deployed, deploying. Where English doubles a letter or
 * not, and where Britain and America differ, both count, so a few forms are ones that nobody writes.
 */
export function inflections(verb: string): Set<string> {
  const forms = new Set([verb, ...irregular(verb)]);
  if (!verb) return forms;
  const british = verb.replace(/([iy])z(e|ing|ed)?$/, "$1s$2");
  for (const base of new Set([verb, british, british.replace(/([iy])s(e|ing|ed)$/, "$1z$2")])) {
    const add = (stem: string, ...endings: string[]) => {
      for (const ending of endings) forms.add(stem + ending);
    };
    add(base, "", "s");
    if (/(s|x|z|ch|sh|o)$/.test(base)) add(base, "es");
    if (/[^aeiou]y$/.test(base)) add(base.slice(0, -1), "ies", "ied");
    else if (!base.endsWith("e")) add(base, "ed");
    if (/[^aeiou][aeiou][^aeiouwxy]$|^[aeiou][^aeiouwxy]$|[^aeiou]u[aeiou][^aeiouwxy]$/.test(base)) {
      add(base + base.slice(-1), "ed", "ing");
    }
    if (base.endsWith("ic")) add(`${base}k`, "ed", "ing");
    if (base.endsWith("e")) {
      add(base, "d");
      add(base.slice(0, -1), "ing");
      if (base.endsWith("ie")) add(base.slice(0, -2), "ying");
    }
    add(base, "ing");
  }
  return forms;
}
