/** Rows of one kind, and how many of them have outlived their purpose. */
export interface DueRows {
  /** Closed vocabulary of the room: `conversation`, `callback`, `session` … */
  class: string;
  due: number;
  all: number;
  /**
   * Content that cannot come back once it is gone: a run that would take an unusual share of it is stopped. Sessions and the
   * like come and go by themselves.
   */
  guarded: boolean;
}

/** A room that stores what people said or left says here how it is forgotten, erased and shown to its owner. */
export abstract class PersonalData {
  abstract readonly room: string;
  /** What is past its date at an instant. */
  abstract due(at: Date): Promise<DueRows[]>;
  /** Removes what is past its date; rows gone by class. */
  abstract purge(at: Date): Promise<Record<string, number>>;
  /** Takes the words of one conversation back. False when the room knows nothing of it. */
  abstract erase(conversationId: string): Promise<boolean>;
  /** All that is kept about one conversation, for the person it is about. Undefined when there is nothing. */
  abstract access(conversationId: string): Promise<object | undefined>;
}

/** The rooms that store personal data. Each adds itself when the service starts, so that no floor has to name a higher one. */
export class PersonalDataRooms {
  private readonly rooms: PersonalData[];

  constructor(rooms: PersonalData[] = []) {
    this.rooms = [...rooms];
  }

  add(room: PersonalData): void {
    this.rooms.push(room);
  }
  [Symbol.iterator](): Iterator<PersonalData> {
    return this.rooms[Symbol.iterator]();
  }
}
