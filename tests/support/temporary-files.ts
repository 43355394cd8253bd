import { statfsSync } from 'node:fs'

/** On Linux these files are in memory. */
const IN_MEMORY = '/dev/shm'
const ENOUGH = 2 * 1024 ** 3

/**
 * Keeps temporary files in memory when the system has enough room for them: a database there does not wait for a
 * disk at each write. A container has 64 MB there by default, and a browser needs some of it too.
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
