/** The types that a value may be of, as far as a schema tells them apart. */
export type ShapeType =
  | 'any'
  | 'object'
  | 'list'
  | 'string'
  | 'boolean'
  | 'int32'
  | 'int64'
  | 'number'
  | 'int-or-string'
  | 'quantity'
  | 'time'
  | 'bytes';
