/** The named fields of a record that lets unknown ones pass; keeps each field's type. */
export type KnownFields<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
