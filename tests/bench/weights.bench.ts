import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as z from 'zod/mini'

import { root } from '../../scripts/root.ts'
import { run } from '../../scripts/run.ts'
import { slotsOf, type BenchProgramme } from './bench-programme.ts'
import { countRow, type Row } from './measuring.ts'
import { PAGES } from './requests.ts'

const Chunk = z.object({
  file: z.string(),
  imports: z.optional(z.array(z.string())),
  dynamicImports: z.optional(z.array(z.string())),
})
const Manifest = z.record(z.string(), Chunk)
const Offer = z.object({ offerId: z.optional(z.string()), id: z.string() })
const Way = z.object({ k: z.string() })

/** Sizes over the wire, compressed. */
export async function benchWeights(programme: BenchProgramme): Promise<Row[]> {
  const { deployed, cookie } = programme
  const rows: Row[] = []
  for (const [name, pathOf] of [...PAGES, ['a pairing', pairingOf] as const])
    rows.push(weighed(`weight: the page of ${name}`, (await deployed.ask(pathOf(programme), cookie)).text))
  const answer = (await deployed.ask(await answerPath(programme), '')).text
  const list = (await deployed.ask(`${slotsOf(programme, 60)}&limit=827`, cookie)).text
  rows.push(
    weighed('weight: the answer page', answer),
    weighed('weight: the answer page with all that it loads', answer, ...(await loadedBy(programme, answer))),
    weighed('weight: a list of 827 times', list),
    weighed('weight: the calendar’s island, script alone', ...(await islandFiles())),
    weighed('weight: the Worker', await bundle()),
  )
  return rows
}

function weighed(job: string, ...texts: readonly string[]): Row {
  const octets = texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  return countRow(job, 'kB', octets / 1000)
}

function pairingOf({ idOf }: BenchProgramme): string {
  return `/pairings/${idOf('pairing')}`
}

async function answerPath({ deployed, cookie, idOf }: BenchProgramme): Promise<string> {
  const made = await deployed.ask('/api/v1/offers', cookie, { pairingId: idOf('pairing') })
  const { id } = Offer.parse(JSON.parse(made.text))
  const { text } = await deployed.ask(`/bench/answer?offer=${id}`, '')
  return `/answer?k=${Way.parse(JSON.parse(text)).k}`
}

async function loadedBy({ deployed }: BenchProgramme, page: string): Promise<string[]> {
  const paths = new Set(
    Array.from(page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g), ([, path]) => path ?? ''),
  )
  const texts: string[] = []
  for (const path of paths) texts.push((await deployed.ask(path)).text)
  return texts
}

/** The calendar's script with its static and dynamic imports. */
async function islandFiles(): Promise<string[]> {
  const dist = join(root, 'web', 'dist')
  const manifest = Manifest.parse(JSON.parse(await readFile(join(dist, '.vite', 'manifest.json'), 'utf8')))
  const files = new Set<string>()
  const take = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk || files.has(chunk.file)) return
    files.add(chunk.file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) take(next)
  }
  take('islands/calendar/calendar.ts')
  if (files.size === 0) throw new Error('The calendar is not in the manifest')
  return Promise.all(Array.from(files, (file) => readFile(join(dist, file), 'utf8')))
}

/** The Worker as it is deployed, without the benchmark routes. */
async function bundle(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'sotto-bundle-'))
  await run('wrangler', ['deploy', '--dry-run', '--outdir', directory, '--env='])
  const text = await readFile(join(directory, 'index.js'), 'utf8')
  await rm(directory, { recursive: true })
  return text
}
