"""The Objectives service for Python: arrays in, loss and gradients out."""

import grpc
import numpy as np

from plumbline.v1alpha1 import objectives_pb2, objectives_pb2_grpc, tensor_pb2

FLOAT32, FLOAT64 = tensor_pb2.Tensor.DATA_TYPE_FLOAT32, tensor_pb2.Tensor.DATA_TYPE_FLOAT64


def tensor(values):
    """A flat array as the contract's tensor; float32 stays float32, all else becomes float64."""
    values = np.ascontiguousarray(values).reshape(-1)
    single = values.dtype == np.float32
    return tensor_pb2.Tensor(
        data_type=FLOAT32 if single else FLOAT64,
        shape=[values.size],
        data=values.astype("<f4" if single else "<f8", copy=False).tobytes(),
    )


def array(message):
    """The contract's tensor as an array."""
    return np.frombuffer(message.data, "<f4" if message.data_type == FLOAT32 else "<f8")


def objective(name, **parameters):
    """One objective of the catalogue."""
    composition = objectives_pb2.ObjectiveComposition()
    term = composition.terms.add().objective
    term.name = name
    term.parameters.update(parameters)
    return composition


class Objectives:
    """A connection to the sidecar. Keeps nothing but the state that the last step returned."""

    def __init__(self, address="127.0.0.1:9084"):
        large = 64 << 20
        self.channel = grpc.insecure_channel(
            address,
            options=[
                ("grpc.max_send_message_length", large),
                ("grpc.max_receive_message_length", large),
            ],
        )
        self.stub = objectives_pb2_grpc.ObjectivesStub(self.channel)
        self.state = objectives_pb2.ObjectiveState()  # checkpoint it with the optimiser

    def evaluate(self, composition, lengths, channels, sequence_counts=(), statistics=None):
        """Loss, gradients and metrics of one batch; `lengths` are tokens of each sequence."""
        return self.stub.Evaluate(
            objectives_pb2.EvaluateRequest(
                objective=composition,
                batch=self._batch(lengths, channels, sequence_counts),
                state=self.state,
                statistics=statistics,
            ),
            timeout=10,
        )

    def statistics(self, composition, lengths, channels, sequence_counts=()):
        """The sums of this micro-batch; add them up over micro-batches and ranks."""
        return self.stub.ComputeStatistics(
            objectives_pb2.ComputeStatisticsRequest(
                objective=composition,
                batch=self._batch(lengths, channels, sequence_counts),
                state=self.state,
            ),
            timeout=10,
        )

    @staticmethod
    def _batch(lengths, channels, sequence_counts):
        return objectives_pb2.ObjectiveBatch(
            lengths=lengths,
            sequence_counts=sequence_counts,
            channels={name: tensor(values) for name, values in channels.items()},
        )
