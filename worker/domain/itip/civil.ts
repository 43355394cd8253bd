export type Civil = { readonly year: number; readonly month: number; readonly date: number }

/** Days since 1970-01-01. Years are counted from March, so that the leap day comes last. */
export function fromCivil(year: number, month: number, date: number): number {
  const shifted = month > 2 ? year : year - 1
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return 365 * shifted + leapDays + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 719_469
}

/** The inverse of `fromCivil`. */
export function toCivil(day: number): Civil {
  const moment = new Date(day * 86_400_000)
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, date: moment.getUTCDate() }
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
