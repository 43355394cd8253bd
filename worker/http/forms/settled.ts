import { AIMS } from '../../domain/path/aim.ts'
import { BLOCKERS } from '../../domain/people/person.ts'
import type { FirstMeetingSettled } from '../../domain/session/first-meeting.ts'
import type { FormFields } from './field-reader.ts'

/** What two people settled at their first meeting; what is not ticked is not so. */
export function settledIn(fields: FormFields): FirstMeetingSettled {
  return {
    aim: AIMS.find((each) => each === fields['aim']) ?? null,
    blockers: BLOCKERS.filter((each) => fields[`obstacle-${each}`] !== undefined),
    byPhone: fields['byPhone'] !== undefined,
    inWriting: fields['inWriting'] !== undefined,
  }
}
