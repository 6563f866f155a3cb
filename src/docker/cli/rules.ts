/** The rules about command lines, by their ids in the catalogue. */

/**
 * - `CLI001` a flag docker does not know, or one without its value or with one of another type
 * - `CLI002` arguments: none or too many, an image or a name that is not valid
 * - `CLI003` a port specification that is not valid
 * - `CLI004` an address, a host name or another value that is not valid
 * - `CLI005` options that exclude each other
 * - `CLI006` a name that is taken
 * - `CLI007` a part that cannot be known from the text
 * - `CLI008` a line that cannot be read
 * - `CLI009` something the command refers to is not in these files
 * - `CLI010` a limit on command lines
 */
export type CliRule =
  | 'CLI001'
  | 'CLI002'
  | 'CLI003'
  | 'CLI004'
  | 'CLI005'
  | 'CLI006'
  | 'CLI007'
  | 'CLI008'
  | 'CLI009'
  | 'CLI010';
