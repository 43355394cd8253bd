import { type SQL, sql } from 'drizzle-orm'

import { DEFAULT_POLICY } from '../../domain/programme/programme.ts'

/** Whether the programme keeps stages; a policy from before the rule says nothing of it. */
export function hasStages(programmeId: SQL): SQL<0 | 1> {
  return sql<
    0 | 1
  >`coalesce((SELECT json_extract(policy, '$.stages') FROM programmes WHERE programmes.id = ${programmeId}),
    ${Number(DEFAULT_POLICY.stages)})`
}
