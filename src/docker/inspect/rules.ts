/** The rules about what `docker inspect` printed, by their ids in the catalogue. */

/**
 * - `INS001` a field of another type than the engine's API has
 * - `INS002` a container or network without the name or id it is told by
 * - `INS003` a container that does not run, and so is no endpoint
 * - `INS004` something referred to that is not in these files
 * - `INS005` one container or network twice
 * - `INS006` containers of one service that are not alike
 */
export type InspectRule = 'INS001' | 'INS002' | 'INS003' | 'INS004' | 'INS005' | 'INS006';
