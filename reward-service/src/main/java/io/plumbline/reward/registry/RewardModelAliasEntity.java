package io.plumbline.reward.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row that points an alias of a model at one of its versions. */
@Entity
@Table(name = "reward_model_alias")
class RewardModelAliasEntity {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String name;
  String alias;
  long version;
}
