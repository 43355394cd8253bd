import { ACCESS_PURPOSES } from './access.ts'
import { HOUSE_PURPOSES } from './house.ts'
import { LOG_PURPOSES } from './logs.ts'
import { MAIL_PURPOSES } from './mail.ts'
import { PAIRING_PURPOSES } from './pairings.ts'
import { PEOPLE_PURPOSES } from './people.ts'
import type { TablePurpose } from './purpose.ts'
import { SESSION_PURPOSES } from './sessions.ts'

/**
 * What each table and each column is for, and who reads it: `npm run dossier` is made of it. A test compares it with the
 * schema, so a new column needs its line here.
 */
export const PURPOSES: Readonly<Record<string, TablePurpose>> = {
  ...PEOPLE_PURPOSES,
  ...PAIRING_PURPOSES,
  ...SESSION_PURPOSES,
  ...LOG_PURPOSES,
  ...MAIL_PURPOSES,
  ...ACCESS_PURPOSES,
  ...HOUSE_PURPOSES,
}
