import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an account's authenticator app shares with the service. */
@Entity('second_factor')
export class SecondFactor {
  @PrimaryColumn('varchar', { length: 36 })
  account!: string;
  /** Sealed by the SecretBox. */
  @Column('varchar', { length: 200 })
  secret!: string;
  /** 0 until its first code was given: only then is it asked for. */
  @Column('smallint')
  active!: number;
  /** The half minute of the last code that was taken; no code of it or before is taken again. */
  @Column('integer', { name: 'last_step' })
  lastStep!: number;
}

/** Stands in for the app once, and is gone. Only the hash is kept. */
@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryColumn('varchar', { length: 43 })
  id!: string;
  @Column('varchar', { length: 36 })
  account!: string;
}
