import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { buildWeb } from '../build.ts'
import type { Outside } from './outside.ts'

/** A third of what the platform takes of a Free account, a tenth of a paid one’s: beyond, somebody should look. */
export const MAX_WORKER_KIB = 1024

/** Builds what would be deployed, without a network, and throws where it is heavier than it may be. */
export async function tryBuild({ ran, say }: Pick<Outside, 'ran' | 'say'>): Promise<void> {
  await buildWeb()
  const folder = await mkdtemp(join(tmpdir(), 'sotto-dry-run-'))
  try {
    await ran('wrangler', ['deploy', '--dry-run', '--outdir', folder, '--env='])
    const weight = weightOf(await readFile(join(folder, 'index.js')))
    const sentence = `The Worker weighs ${weight} KiB (gzip), and may weigh ${MAX_WORKER_KIB}.`
    if (weight > MAX_WORKER_KIB) throw new Error(sentence)
    say(`${sentence} Nothing was deployed.`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** In KiB, as it is uploaded. */
export function weightOf(script: string | Uint8Array): number {
  return Math.ceil(gzipSync(script).byteLength / 1024)
}
