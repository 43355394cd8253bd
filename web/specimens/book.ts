import { answering } from './answering.ts'
import { assistant } from './assistant.ts'
import { calendar } from './calendar.ts'
import { entrance } from './entrance.ts'
import { mails } from './mails.ts'
import { mentor } from './mentor.ts'
import { pairings } from './pairings.ts'
import { path } from './path.ts'
import { people } from './people.ts'
import { programme } from './programmes.ts'
import { ownRecord } from './record.ts'
import { sessions } from './session.ts'
import type { Chapter, Specimen } from './specimen.ts'
import { today } from './today.ts'
import { webhooks } from './webhooks.ts'

/** Every page of the house, in each of its states. `tests/pages/specimens.test.ts` fails for a page that is missing. */
export const BOOK: readonly Chapter[] = [
  entrance,
  answering,
  ownRecord,
  assistant,
  mentor,
  today,
  calendar,
  sessions,
  pairings,
  path,
  people,
  programme,
  mails,
  webhooks,
]

export const SPECIMENS: readonly Specimen[] = BOOK.flatMap(({ specimens }) => specimens)
