import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'

import { buildWeb } from '../build.ts'
import type { Run } from '../run.ts'
import type { Outside } from './outside.ts'

/** A third of what the platform takes of a Free account, a tenth of a paid one’s: beyond, somebody should look. */
export const MAX_WORKER_KIB = 1024
/** The platform refuses what is at work longer before its first request. */
export const MAX_START_MS = 1000

/** Builds what would be deployed, without a network, and throws where it is heavier than it may be. */
export async function tryBuild({ ran, say }: Pick<Outside, 'ran' | 'say'>): Promise<void> {
  await buildWeb()
  const folder = await mkdtemp(join(tmpdir(), 'sotto-dry-run-'))
  try {
    await ran('wrangler', ['deploy', '--dry-run', '--outdir', folder, '--env='])
    const weight = weightOf(await readFile(join(folder, 'index.js')))
    const start = await startOf(ran, folder)
    const weighs = `The Worker weighs ${weight} KiB (gzip), and may weigh ${MAX_WORKER_KIB}.`
    const begins = `Its start takes ${start} ms of this machine, and may take ${MAX_START_MS}.`
    const beyond = [...(weight > MAX_WORKER_KIB ? [weighs] : []), ...(start > MAX_START_MS ? [begins] : [])]
    if (beyond.length > 0) throw new Error(beyond.join(' '))
    say(`${weighs} ${begins} Nothing was deployed.`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Whole milliseconds that the Worker is at work before its first request, as wrangler's profile of this machine says. */
export async function startOf(ran: Run, folder: string): Promise<number> {
  const file = join(folder, 'start.cpuprofile')
  await ran('wrangler', ['check', 'startup', '--outfile', file, '--args=--env='])
  return atWork(Profile.parse(JSON.parse(await readFile(file, 'utf8'))))
}

/** A profile as Chrome writes it; each sample lasted its delta, in microseconds. */
const Profile = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: z.object({ functionName: z.string() }) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

function atWork({ nodes, samples, timeDeltas }: z.infer<typeof Profile>): number {
  const idle = new Set(
    nodes.flatMap(({ id, callFrame }) => (callFrame.functionName === '(idle)' ? [id] : [])),
  )
  const spent = samples.map((id, at) => (idle.has(id) ? 0 : (timeDeltas[at] ?? 0)))
  return Math.ceil(spent.reduce((sum, each) => sum + each, 0) / 1000)
}

/** In KiB, as it is uploaded. */
export function weightOf(script: string | Uint8Array): number {
  return Math.ceil(gzipSync(script).byteLength / 1024)
}
