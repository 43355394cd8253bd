import type { App } from '../context.ts'

export function pairingPages(_app: App): void {}
