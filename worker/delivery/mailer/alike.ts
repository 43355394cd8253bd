import { ALIKE_READERS } from '../../domain/letter/fault.ts'
import type { SmtpFailure } from './smtp-reply.ts'

/** Counts different readers in a row that are refused alike: then it is not about one of them, but our sending. */
export function countAlike() {
  let error = ''
  let readers = new Set<string>()
  const forget = () => {
    error = ''
    readers = new Set()
  }
  return {
    forget,
    judge(failure: SmtpFailure, reader: string): SmtpFailure {
      if (failure.error !== error || !failure.isDoubtful) forget()
      if (!failure.isDoubtful) return failure

      error = failure.error
      readers.add(reader)
      return readers.size < ALIKE_READERS ? failure : { ...failure, fault: 'sending' }
    },
  }
}
