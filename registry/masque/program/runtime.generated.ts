export const RUNTIME = "";
