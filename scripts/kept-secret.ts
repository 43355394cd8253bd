import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

import { deployedConfig } from './deployed-config.ts'
import { readSecrets, writeJson, writeSecrets } from './deploying/kept.ts'
import type { Run } from './run.ts'

type Name = 'SECRET' | 'SEALING_KEYS'

/** A secret of the installation that `--remote` means. */
export type KeptSecret = {
  readonly name: Name
  /** Empty where it is neither in the environment nor kept. */
  readonly value: string
  /** Where it is kept; null where `npm run deploy` made nothing here. */
  readonly folder: string | null
  /** Tells wrangler which deployment. */
  readonly where: readonly string[]
}

/**
 * As it is kept beside the deployment; what is not, and stands in the environment, is kept from now on. Throws where both
 * are there and differ, but for a value that is to come: one of them would be lost.
 */
export async function keptSecret(name: Name, directory?: string, isToCome = false): Promise<KeptSecret> {
  const config = deployedConfig(directory)
  const said = (process.env[name] ?? '').trim()
  if (config === null) return { name, value: said, folder: null, where: [] }
  const folder = dirname(config)
  const all = await readSecrets(folder)
  const kept = { name, value: all[name] ?? said, folder, where: ['--config', config] }
  if (isToCome || said === '' || said === all[name]) return kept
  if (all[name] !== undefined)
    throw new Error(
      `${name} of the environment is not what ${join(folder, 'secrets.json')} keeps: unset it, or write into that file what the Worker has.`,
    )
  await writeSecrets(folder, { ...all, [name]: said })
  return kept
}

/** Kept before it is sent: a value that the Worker alone has is shown to nobody again. */
export async function putSecret({ name, folder, where }: KeptSecret, value: string, ran: Run): Promise<void> {
  if (folder !== null) {
    await writeJson(folder, markOf(name), {})
    await writeSecrets(folder, { ...(await readSecrets(folder)), [name]: value })
  }
  await ran('wrangler', ['secret', 'put', name, ...where], value)
  if (folder !== null) await rm(join(folder, markOf(name)), { force: true })
}

/** What a run that stopped has kept and perhaps not sent: nothing may depend on it before the Worker has it. */
export async function sendUnsent(secret: KeptSecret, ran: Run): Promise<void> {
  if (secret.folder !== null && existsSync(join(secret.folder, markOf(secret.name))))
    await putSecret(secret, secret.value, ran)
}

function markOf(name: Name): string {
  return `unsent-${name}.json`
}
