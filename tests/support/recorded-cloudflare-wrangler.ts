import { appendFileSync, readFileSync } from 'node:fs'

import type { Run } from '../../scripts/run.ts'
import { type Account, change, type Row } from './recorded-cloudflare.ts'

/** As wrangler acts for a command: it makes the Worker with its secrets, its address and its bindings. */
export function wranglerOf(account: Account): Run {
  return (command, words, input = '', env = {}) => {
    account.asked.push([command, ...words].join(' '))
    if (words[1] === 'time-travel') return Promise.resolve('{ "bookmark": "00000001-0002" }')
    const after = (flag: string) => words[words.indexOf(flag) + 1] ?? ''
    return Promise.resolve(
      change(account, `wrangler ${words.slice(0, 2).join(' ').replace(/ --.*/, '')}`, () => {
        if (words[0] !== 'deploy' && words[0] !== 'secret') return 'done'
        const config = JSON.parse(readFileSync(after('--config'), 'utf8')) as Config
        if (words[0] === 'secret') return aVersion(account, config.name, { [words[2] ?? '']: input })
        const sent = words.includes('--secrets-file') ? readFileSync(after('--secrets-file'), 'utf8') : '{}'
        account.configs.set(config.name, config)
        const [route] = config.routes
        if (!account.domains.some(({ hostname }) => hostname === route?.pattern))
          account.domains.push({ hostname: route?.pattern ?? '', service: config.name })
        const id = aVersion(account, config.name, JSON.parse(sent) as Record<string, string>)
        const file = env['WRANGLER_OUTPUT_FILE_PATH']
        for (const entry of [{ type: 'wrangler-session' }, { type: 'deploy', version_id: id }])
          if (file !== undefined) appendFileSync(file, `${JSON.stringify({ version: 1, ...entry })}\n`)
        return 'deployed'
      }),
    )
  }
}

type Config = Row & { readonly name: string; readonly routes: readonly { readonly pattern: string }[] }

/** Each upload is a version, and each secret that is put afterwards is one too. */
function aVersion(account: Account, worker: string, sent: Readonly<Record<string, string>>): string {
  const secrets = { ...account.secrets.get(worker), ...sent }
  const before = account.versions.get(worker) ?? []
  const id = `version-${before.length + 1}-of-${worker}`
  account.secrets.set(worker, secrets)
  account.versions.set(worker, [...before, { id, secrets }])
  return id
}
