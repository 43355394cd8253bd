import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

import { Answers } from './answers.ts'

/** What a deployment is made of, beside what Cloudflare knows of it. */
const Kept = z.object({
  answers: Answers,
  databaseId: z.optional(z.string()),
  /** Whether its address answered once; until then the secret to begin with is printed. */
  isFinished: z.boolean(),
  /** The newest migration that the database was brought to. */
  migrated: z.optional(z.string()),
  /** What was uploaded from here, the running one at the end: its id, and the newest migration that it knows. */
  releases: z.optional(z.array(z.object({ version: z.nullable(z.string()), newest: z.string() }))),
})
export type Kept = z.infer<typeof Kept>

const Secrets = z.record(z.string(), z.string())
export type Secrets = Readonly<Record<string, string>>

/** Null before the first run that passed its checks. */
export async function readKept(folder: string): Promise<Kept | null> {
  const text = await readFile(join(folder, 'deployment.json'), 'utf8').catch(() => null)
  return text === null ? null : Kept.parse(JSON.parse(text))
}

export async function writeKept(folder: string, kept: Kept): Promise<void> {
  await writeJson(folder, 'deployment.json', kept)
}

export async function readSecrets(folder: string): Promise<Secrets> {
  const text = await readFile(join(folder, 'secrets.json'), 'utf8').catch(() => '{}')
  return Secrets.parse(JSON.parse(text))
}

export async function writeSecrets(folder: string, secrets: Secrets): Promise<void> {
  await writeJson(folder, 'secrets.json', secrets)
}

/** Readable only by whoever runs this, and there wholly or as it was. */
export async function writeJson(folder: string, name: string, value: object): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, name)
  await writeFile(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.part`, file)
  return file
}
