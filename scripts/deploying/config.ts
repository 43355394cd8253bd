import { join, relative } from 'node:path'
import { experimental_readRawConfig } from 'wrangler'

import { root } from '../root.ts'
import type { Answers } from './answers.ts'
import { isByCloudflare, mailVars, mayWriteTo } from './mail.ts'

export type Place = {
  readonly name: string
  readonly accountId: string
  readonly zoneName: string
  readonly databaseId: string
  /** The paths in it start here. */
  readonly folder: string
}

/** The values of `[vars]`, and the binding that a Worker with them would have. */
export function varsOf(answers: Answers): Readonly<Record<string, string>> {
  return {
    ORIGIN: answers.origin,
    REPLY_DOMAIN: answers.replyDomain.toLowerCase(),
    REPLY_PREFIX: answers.replyPrefix,
    FIRST_MANAGER: answers.firstManager,
    SECURITY_CONTACT: answers.securityContact,
    ACCESS_TEAM: answers.accessTeam ?? '',
    ACCESS_AUD: answers.accessAud ?? '',
    ...mailVars(answers.mail),
  }
}

/** wrangler.toml with what this deployment adds: its names, its address, its database, its queue. */
export function configOf(answers: Answers, { name, accountId, zoneName, databaseId, folder }: Place): object {
  const { env: _, queues: __, send_email: sending, ...shared } = shipped()
  const from = (path = '') => relative(folder, join(root, path))
  const only = mayWriteTo(name, answers)
  const [database] = shared.d1_databases ?? []
  return {
    ...shared,
    name,
    account_id: accountId,
    main: from(shared.main),
    assets: { ...shared.assets, directory: from(shared.assets?.directory) },
    routes: [{ pattern: new URL(answers.origin).hostname, custom_domain: true, zone_name: zoneName }],
    vars: { ...shared.vars, ...varsOf(answers) },
    d1_databases: [
      {
        ...database,
        database_name: name,
        database_id: databaseId,
        migrations_dir: from(database?.migrations_dir),
      },
    ],
    ...(isByCloudflare(answers.mail) && {
      send_email: sending?.map((each: object) => ({
        ...each,
        ...(only && { allowed_destination_addresses: [...only] }),
      })),
      queues: { consumers: [{ queue: queueOf(name) }] },
    }),
  }
}

/** Where bounces and complaints arrive. */
export function queueOf(name: string): string {
  return `${name}-mail-events`
}

export function shipped() {
  return experimental_readRawConfig({ config: join(root, 'wrangler.toml') }, {}).rawConfig
}
