import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../contract/index.js';

/** A member of staff. Never deleted: what was done keeps its author; disabled instead. */
@Entity('account')
export class Account {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;
  /** Lower-cased. */
  @Column('varchar', { length: 254, unique: true })
  email!: string;
  @Column('varchar', { length: 100 })
  name!: string;
  /** Argon2id; null until the invitation link was used. */
  @Column('varchar', { name: 'password_hash', length: 200, nullable: true })
  passwordHash!: string | null;
  @Column('simple-json')
  roles!: Role[];
  @Column('simple-json')
  services!: string[];
  @Column('smallint')
  disabled!: number;
  @Column('varchar', { name: 'created_at', length: 24 })
  createdAt!: string;
  @Column('varchar', { name: 'seen_at', length: 24, nullable: true })
  seenAt!: string | null;
}

/** A signed-in browser. Only the hash of its token is kept. */
@Entity('staff_session')
export class StaffSessionRow {
  @PrimaryColumn('varchar', { length: 43 })
  id!: string;
  @Column('varchar', { length: 36 })
  account!: string;
  @Column('varchar', { name: 'created_at', length: 24 })
  createdAt!: string;
  @Column('varchar', { name: 'seen_at', length: 24 })
  seenAt!: string;
}

/** A link that works once: first set-up, invitation, reset. Only the hash of its token is kept. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn('varchar', { length: 43 })
  id!: string;
  @Column('varchar', { length: 10 })
  purpose!: 'setup' | 'password';
  @Column('varchar', { length: 36, nullable: true })
  account!: string | null;
  @Column('varchar', { name: 'expires_at', length: 24 })
  expiresAt!: string;
}

/** What staff did and saw. Each line holds the hash of the one before it, so that a change shows. */
@Entity('audit')
export class AuditRow {
  @PrimaryColumn('integer')
  n!: number;
  @Column('varchar', { length: 24 })
  at!: string;
  @Column('varchar', { length: 36 })
  actor!: string;
  @Column('varchar', { length: 40 })
  action!: string;
  @Column('varchar', { length: 120, nullable: true })
  object!: string | null;
  @Column('varchar', { length: 500, nullable: true })
  reason!: string | null;
  @Column('varchar', { length: 43 })
  previous!: string;
  @Column('varchar', { length: 43 })
  hash!: string;
}
