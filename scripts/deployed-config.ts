import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './root.ts'

/**
 * The wrangler configuration of the deployed installation: of DEPLOYMENT, or of the only one that `npm run deploy` made
 * here; null where it made none, and wrangler.toml counts. Throws where it is not clear which one.
 */
export function deployedConfig(
  directory = join(root, 'deployments'),
  wanted = process.env['DEPLOYMENT'] ?? '',
): string | null {
  const names = (existsSync(directory) ? readdirSync(directory).toSorted() : []).filter((name) =>
    existsSync(join(directory, name, 'wrangler.json')),
  )
  const [only, ...more] = wanted === '' ? names : names.filter((name) => name === wanted)
  if (more.length > 0) throw new Error(`Say which one by DEPLOYMENT: ${names.join(', ')}.`)
  if (only === undefined && wanted !== '') throw new Error(`There is no deployment ${wanted} here.`)
  return only === undefined ? null : join(directory, only, 'wrangler.json')
}

/** What is done to a deployed database is done to that of a deployment, not to the one that wrangler.toml stands for. */
export function inDeployment(
  command: string,
  words: readonly string[],
  directory?: string,
  wanted?: string,
): readonly string[] {
  const isDeployed = command === 'wrangler' && words.includes('--remote') && !words.includes('--config')
  const config = isDeployed ? deployedConfig(directory, wanted) : null
  return config === null ? words : [...words, '--config', config]
}
