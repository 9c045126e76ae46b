/** A JSON Schema as a plain object literal. */
export type Schema = Readonly<Record<string, unknown>>;

type Primitive = { string: string; integer: number; number: number; boolean: boolean; null: null };

/** The TypeScript type of what fits a JSON Schema literal: the part of JSON Schema that our schemas use, and no more. */
export type TypeOf<S> = S extends { readonly enum: readonly (infer Value)[] }
  ? Value
  : S extends { readonly type: readonly (infer Kind)[] }
    ? Kind extends keyof Primitive
      ? Primitive[Kind]
      : Record<string, unknown>
    : S extends { readonly type: infer Kind extends keyof Primitive }
      ? Primitive[Kind]
      : S extends { readonly type: "array"; readonly items: infer Items }
        ? TypeOf<Items>[]
        : S extends { readonly type: "object"; readonly properties: infer Properties }
          ? ObjectOf<Properties, S extends { readonly required: readonly (infer Key)[] } ? Key : never>
          : S extends { readonly type: "object" }
            ? Record<string, unknown>
            : unknown;

type ObjectOf<Properties, Required> = {
  -readonly [Key in keyof Properties as Key extends Required ? Key : never]: TypeOf<Properties[Key]>;
} & {
  -readonly [Key in keyof Properties as Key extends Required ? never : Key]?: TypeOf<Properties[Key]>;
};
