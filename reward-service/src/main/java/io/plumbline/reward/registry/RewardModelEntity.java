package io.plumbline.reward.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A row of the registry: one version of one model. */
@Entity
@Table(name = "reward_model")
class RewardModelEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String name;
  long version;
  String kind;
  String encoder;

  @Column(name = "encoder_digest")
  String encoderDigest;

  String configuration;
  byte[] weights;
  String digest;
  String metrics;
  OffsetDateTime created;
}
