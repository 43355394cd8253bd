import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { root } from './root.ts'

const HERE = ['--local', '--dry-run']

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

/**
 * What reaches the account is done to a deployment, not to the Worker and the database that wrangler.toml stands for: a
 * secret as well as a row.
 */
export function inDeployment(
  command: string,
  words: readonly string[],
  directory?: string,
  wanted?: string,
): readonly string[] {
  const isDeployed = command === 'wrangler' && !isHere(words) && !words.includes('--config')
  const config = isDeployed ? deployedConfig(directory, wanted) : null
  return config === null ? words : [...words, '--config', config]
}

/** What wrangler does on this machine alone. */
function isHere(words: readonly string[]): boolean {
  return ['check', 'types'].includes(words[0] ?? '') || words.some((each) => HERE.includes(each))
}
