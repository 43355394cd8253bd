import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

import { root } from './root.ts'

/** Where a development server keeps its databases and its secret: `STATE_DIR` as an absolute path. */
export function stateDirectory(): string {
  const wanted = process.env['STATE_DIR'] || join('.wrangler', 'state')
  return isAbsolute(wanted) ? wanted : join(root, wanted)
}

/** The secret of this state directory, made on the first start and never printed. */
export async function developmentSecret(directory: string): Promise<string> {
  const file = secretFile(directory)
  await mkdir(directory, { recursive: true })

  const written = await readFile(file, 'utf8').catch(() => '')
  const known = /^SECRET=(\S+)$/m.exec(written)?.[1]
  if (known) return known

  const secret = randomBytes(32).toString('base64url')
  await writeFile(file, `SECRET=${secret}\n`, { mode: 0o600 })
  return secret
}

export function secretFile(directory: string): string {
  return join(directory, 'secrets.env')
}
