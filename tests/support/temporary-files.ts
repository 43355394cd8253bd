import { statfsSync } from 'node:fs'

/** Linux keeps these files in memory. */
const IN_MEMORY = '/dev/shm'
const ENOUGH = 2 * 1024 ** 3

/**
 * Temporary files in memory where the system has a place with room enough: a database there does not wait for a disk with
 * each of its writes. A container gives that place 64 MB unless told otherwise, and a browser needs some of it too.
 */
export function temporaryFilesInMemory(): void {
  if (!process.env['TMPDIR'] && freeIn(IN_MEMORY) >= ENOUGH) process.env['TMPDIR'] = IN_MEMORY
}

function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return 0
  }
}
