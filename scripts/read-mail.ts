import { readFileSync } from 'node:fs'

import { type MailReading, readMail } from '../worker/delivery/in/read-mail.ts'
import { iso } from '../worker/domain/time/time.ts'

const [file] = process.argv.slice(2)
if (!file) {
  console.error('npm run --silent read-mail -- FILE.eml   (or FILE.ics, or - for what is piped in)')
  process.exit(2)
}
console.log(JSON.stringify(shown(await readMail(readFileSync(file === '-' ? 0 : file)))))

/** Exactly the keys that docs/contract.md promises. */
function shown(reading: MailReading) {
  const { who, sentBy, partstat, uid, recurrenceId, sequence, comment, dtstamp, proposed, method } = reading
  return {
    class: reading.class,
    method,
    who,
    sentBy,
    partstat,
    uid,
    recurrenceId,
    sequence,
    dtstamp: dtstamp === null ? null : iso(dtstamp),
    proposed: proposed && {
      start: iso(proposed.start),
      end: proposed.end === null ? null : iso(proposed.end),
    },
    comment,
  }
}
