import { redirect } from "next/navigation";

/** The reference is what there is to read here so far. */
export default function DocsPage(): never {
  redirect("/docs/api");
}
