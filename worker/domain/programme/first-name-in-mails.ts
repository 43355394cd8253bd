import { lintOutward } from '../letter/discretion.ts'
import { MAX_PROGRAMME_SHORT_NAME_CHARACTERS } from '../limits.ts'
import { shortNameOf } from './programme.ts'

/**
 * The first name of a programme in mails: `nadia@northwind.example` gives Northwind. Where that says too much it is a word
 * of the programme's own name. The manager can change it.
 */
export function firstNameInMails(programmeName: string, email: string): string {
  const fromName = houseOf(email)
  const rules = { forbiddenWords: [], allowedWords: [], hiddenNames: [] }
  return lintOutward({ fromName }, rules).length === 0 ? fromName : shortNameOf(programmeName)
}

function houseOf(email: string): string {
  const [label = ''] = email.slice(email.indexOf('@') + 1).split('.')
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}`.slice(0, MAX_PROGRAMME_SHORT_NAME_CHARACTERS)
}
