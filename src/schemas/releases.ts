/** The versions of Kubernetes whose API is known here, the newest first. */
export const RELEASES = ['1.35', '1.34', '1.33'] as const;

export type Release = (typeof RELEASES)[number];

export const NEWEST: Release = RELEASES[0];
