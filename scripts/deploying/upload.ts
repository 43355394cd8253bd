import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { type Secrets, writeJson } from './kept.ts'
import type { Outside } from './outside.ts'

/** A line of what wrangler writes for programs. */
const Entry = z.object({ type: z.string(), version_id: z.optional(z.nullable(z.string())) })

/**
 * The id of the version that runs now, as wrangler said it; null where it did not. The secrets go by a file: words of a
 * command are seen by every process of the machine.
 */
export async function upload(
  folder: string,
  secrets: Secrets,
  { ran }: Pick<Outside, 'ran'>,
): Promise<string | null> {
  const output = await mkdtemp(join(tmpdir(), 'sotto-upload-'))
  const said = join(output, 'said.ndjson')
  const file = Object.keys(secrets).length > 0 ? await writeJson(folder, 'sent.json', secrets) : null
  const words = ['deploy', '--config', join(folder, 'wrangler.json')]
  try {
    await ran('wrangler', [...words, ...(file === null ? [] : ['--secrets-file', file])], undefined, {
      WRANGLER_OUTPUT_FILE_PATH: said,
    })
    return versionIn(await readFile(said, 'utf8').catch(() => ''))
  } finally {
    if (file !== null) await rm(file, { force: true })
    await rm(output, { recursive: true })
  }
}

function versionIn(said: string): string | null {
  const entries = said.split('\n').flatMap((line) => (line === '' ? [] : [Entry.parse(JSON.parse(line))]))
  return entries.find(({ type }) => type === 'deploy')?.version_id ?? null
}
