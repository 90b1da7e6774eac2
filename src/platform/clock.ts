import { Injectable } from '@nestjs/common';

/** The only source of the time of day in the service; tests put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
