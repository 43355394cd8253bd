import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { root } from './root.ts'

/** Where a development server keeps its databases and its secret: `STATE_DIR` as an absolute path. */
export function stateDirectory(): string {
  const wanted = process.env['STATE_DIR'] || join('.wrangler', 'state')
  return isAbsolute(wanted) ? wanted : join(root, wanted)
}

export type Secrets = {
  readonly SECRET: string
  readonly SEALING_KEYS: string
  readonly OWNER_CLAIM: string
}

/** The secrets of this state directory, made on the first start. None is printed but the one to claim, while nobody is there. */
export async function developmentSecrets(directory: string): Promise<Secrets> {
  const file = secretFile(directory)
  await mkdir(directory, { recursive: true })

  const written = await readFile(file, 'utf8').catch(() => '')
  const known = {
    SECRET: /^SECRET=(\S+)$/m.exec(written)?.[1],
    SEALING_KEYS: /^SEALING_KEYS=(\S+)$/m.exec(written)?.[1],
    OWNER_CLAIM: /^OWNER_CLAIM=(\S+)$/m.exec(written)?.[1],
  }
  const secrets = {
    SECRET: known.SECRET ?? newSecret(),
    SEALING_KEYS: known.SEALING_KEYS ?? `k1=${newSealingKey()}`,
    OWNER_CLAIM: known.OWNER_CLAIM ?? newSecret(),
  }
  if (Object.values(known).includes(undefined)) await writeSecrets(directory, secrets)
  return secrets
}

export async function writeSecrets(directory: string, secrets: Secrets): Promise<void> {
  const lines = Object.entries(secrets).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(secretFile(directory), lines.join(''), { mode: 0o600 })
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

export function newSealingKey(): string {
  return randomBytes(32).toString('base64')
}

export function secretFile(directory: string): string {
  return join(directory, 'secrets.env')
}
