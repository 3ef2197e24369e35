import type { ReleaseSource } from '@qaf/release';
import { SEEN_ALONE_RELEASE } from './seen-alone/seen-alone.facts';

/** What voice publishes of each period that is over. */
export const VOICE_RELEASES: readonly ReleaseSource[] = [SEEN_ALONE_RELEASE];
