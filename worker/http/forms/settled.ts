import { SHOWN } from '../../../web/pages/mentor/settling.tsx'
import { AIMS } from '../../domain/path/aim.ts'
import { BLOCKERS } from '../../domain/people/person.ts'
import type { FirstMeetingForm, FirstMeetingSettled } from '../../domain/session/first-meeting.ts'
import type { FormFields } from './field-reader.ts'

/** What two people settled at their first meeting, beside what their form showed; what is not ticked is not so. */
export function settledIn(fields: FormFields): FirstMeetingForm {
  return { shown: readIn(fields, SHOWN), sent: readIn(fields, '') }
}

function readIn(fields: FormFields, before: string): FirstMeetingSettled {
  return {
    aim: AIMS.find((each) => each === fields[`${before}aim`]) ?? null,
    blockers: BLOCKERS.filter((each) => fields[`${before}obstacle-${each}`] !== undefined),
    byPhone: fields[`${before}byPhone`] !== undefined,
    inWriting: fields[`${before}inWriting`] !== undefined,
  }
}
