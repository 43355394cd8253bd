import type { Platform } from '../../platform.ts'

/**
 * The key of a counter, by `SECRET`: addresses and networks are few, and a plain hash of each could be tried by whoever
 * has the database. A new value of `SECRET` begins to count anew, once.
 */
export function counterKey({ sign }: Pick<Platform, 'sign'>, of: string): Promise<string> {
  return sign(`counter:${of}`)
}
