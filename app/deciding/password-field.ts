/** The form field that carries the password where a decision asks for a person to be there. */
export const PASSWORD = "presence";
