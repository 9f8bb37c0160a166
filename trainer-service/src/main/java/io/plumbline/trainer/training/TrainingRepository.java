package io.plumbline.trainer.training;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
public class TrainingRepository implements PanacheRepositoryBase<StoredTraining, String> {}
